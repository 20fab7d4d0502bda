package import Diagnostics
package import Expressions
package import Texts

/// What a test should be made of: the areas of its subject and the kinds of thinking, with the shares of points that each
/// should have.
package struct Blueprint: Sendable, Hashable {
  /// An area or a kind of thinking.
  package struct Part: Sendable, Hashable {
    package var code: Symbol
    package var title: LocalizedText
    /// Of all points, in percent; nil where nothing is asked of it.
    package var share: Decimal64?
    package var place: Place

    package init(code: Symbol, title: LocalizedText, share: Decimal64?, place: Place) {
      self.code = code
      self.title = title
      self.share = share
      self.place = place
    }
  }

  /// Where an area and a kind of thinking meet.
  package struct Cell: Sendable, Hashable {
    package var area: Symbol
    package var process: Symbol
    /// In percent.
    package var share: Decimal64
    package var place: Place

    package init(area: Symbol, process: Symbol, share: Decimal64, place: Place) {
      self.area = area
      self.process = process
      self.share = share
      self.place = place
    }
  }

  package var areas: [Part]
  package var processes: [Part]
  package var cells: [Cell]
  /// How far a share may be off, in percentage points.
  package var tolerance: Decimal64
  package var place: Place

  package static let defaultTolerance = Decimal64(5)

  package init(
    areas: [Part], processes: [Part], cells: [Cell], tolerance: Decimal64 = Blueprint.defaultTolerance, place: Place
  ) {
    self.areas = areas
    self.processes = processes
    self.cells = cells
    self.tolerance = tolerance
    self.place = place
  }
}

/// Where an item stands in a blueprint.
package struct Specification: Sendable, Hashable {
  package var area: Symbol?
  package var process: Symbol?
  package var place: Place

  package init(area: Symbol?, process: Symbol?, place: Place) {
    self.area = area
    self.process = process
    self.place = place
  }
}
