package import Texts

/// What people call the things that a formula names, in one language.
package struct Wording {
  /// The question or field at a slot.
  package var name: (Int) -> String
  /// The option that a code of a question stands for.
  package var code: (_ slot: Int, Symbol) -> String
  package var scale: (Int) -> String
  /// The level of a scale that a code stands for.
  package var level: (_ scale: Int, Symbol) -> String
  package var indicator: (String) -> String

  package init(
    name: @escaping (Int) -> String, code: @escaping (Int, Symbol) -> String = { $1.text },
    scale: @escaping (Int) -> String = { "\($0)" }, level: @escaping (Int, Symbol) -> String = { $1.text },
    indicator: @escaping (String) -> String = { $0 }
  ) {
    self.name = name
    self.code = code
    self.scale = scale
    self.level = level
    self.indicator = indicator
  }

  /// The labels that a scope knows; an id where there is none.
  ///
  /// `code` and `level` are the caller's, who has the options.
  package init(
    _ scope: Scope, in language: Language, code: @escaping (Int, Symbol) -> String = { $1.text },
    level: @escaping (Int, Symbol) -> String = { $1.text }, indicator: @escaping (String) -> String = { $0 }
  ) {
    self.init(
      name: { slot in
        guard let name = scope.name(at: slot) else { return "\(slot)" }
        return name.label.map { $0.plain(in: language) } ?? name.id
      },
      code: code,
      scale: { slot in
        guard scope.scales.indices.contains(slot) else { return "\(slot)" }
        return scope.scales[slot].label.map { $0.plain(in: language) } ?? scope.scales[slot].id
      },
      level: level, indicator: indicator)
  }
}
