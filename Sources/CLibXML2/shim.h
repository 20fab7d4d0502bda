// What Synak sees of libxml2: only the module XML imports this.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// Debian's libxml2 knows ICU; its headers would pull in ICU's types, which clash with Foundation's own copy of ICU.
#undef LIBXML_ICU_ENABLED
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

/// Says nothing: libxml2 would otherwise print to standard error and tear a full-screen program.
static void synak_xml_quiet(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

/// Silences the generic error channel of this thread and of those that start after it. Structured errors go elsewhere.
static inline void synak_xml_silence(void) {
  xmlSetGenericErrorFunc(NULL, synak_xml_quiet);
  xmlThrDefSetGenericErrorFunc(NULL, synak_xml_quiet);
}

#endif
