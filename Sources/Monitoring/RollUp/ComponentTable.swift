package import Datasets
package import Expressions

/// The components of one data set, cell by cell: what boards, documents and packages between schools read instead of
/// facts.
///
/// The cells are held in several views. The finest holds every dimension; the others are pooled over what one person may
/// have rows at several of (subjects, instruments, activities), because a person's rows there are one cluster, and
/// clusters can't be added up from finer cells. Everything else is merged on demand: classes into grades, schools,
/// districts, boys and girls.
package struct ComponentTable: Sendable, Hashable {
  package let dataset: Symbol
  /// The finest first.
  package private(set) var views: [View]

  package struct View: Sendable, Hashable {
    /// What its cells keep.
    package let dimensions: Dimensions
    package var cells: [Cell: Components]

    package init(dimensions: Dimensions, cells: [Cell: Components]) {
      self.dimensions = dimensions
      self.cells = cells
    }
  }

  package init(dataset: Symbol, views: [View]) {
    self.dataset = dataset
    self.views = views
  }

  /// The views that answer what boards and documents ask.
  package static let usualViews: [Dimensions] = [
    .all, Dimensions.all.subtracting([.subject, .instrument]),
    Dimensions.all.subtracting([.subject, .instrument, .activity]),
  ]

  /// The cells that keep `dimensions`, of the facts that stand where `place` says; nil there is everywhere.
  ///
  /// What `place` gives is kept too.
  package func cells(
    keeping dimensions: Dimensions, at place: Coordinates = Coordinates()
  ) -> [Cell: Components] {
    let kept = dimensions.union(place.given)
    // The view that pools most of what isn't asked for.
    let usable = views.filter { $0.dimensions.isSuperset(of: kept) }
    guard let view = usable.min(by: { $0.dimensions.members.count < $1.dimensions.members.count }) else { return [:] }
    return view.merged(keeping: kept, at: place)
  }

  /// The components of everything that stands where `place` says, as one cell.
  package func components(at place: Coordinates) -> Components {
    cells(keeping: [], at: place).values.first ?? .zero
  }

  /// The tables of two disjoint sets of facts with no person in a cell of both, as those of two schools.
  package static func + (a: ComponentTable, b: ComponentTable) -> ComponentTable {
    precondition(a.dataset == b.dataset, "tables of two different data sets")
    var sum = a
    for view in b.views {
      guard let index = sum.views.firstIndex(where: { $0.dimensions == view.dimensions }) else { continue }
      for (cell, components) in view.cells { sum.views[index].cells[cell, default: .zero] += components }
    }
    return sum
  }
}

extension ComponentTable.View {
  /// These cells merged into wider ones that keep `kept`.
  fileprivate func merged(keeping kept: Dimensions, at place: Coordinates) -> [Cell: Components] {
    let crossing = dimensions.intersection(.crossing).subtracting(kept)
    // Classes are units of their own where several may meet in a cell, so the rows of a class come together first.
    let byClass = kept.union(dimensions.intersection([.school, .year, .schoolClass]))
    var classes: [Cell: Merged] = [:]
    for (cell, components) in cells where cell.coordinates.stands(at: place) {
      classes[cell.pooled(to: byClass), default: Merged()].add(
        components, crossing: cell.coordinates.keeping(crossing))
    }
    var wider: [Cell: Merged] = [:]
    for (cell, merged) in classes {
      wider[cell.pooled(to: kept), default: Merged()].add(merged, as: unit(of: cell))
    }
    return wider.mapValues(\.components)
  }

  /// What the rows of a cell are beside other classes.
  private func unit(of cell: Cell) -> Merged.Unit {
    guard dimensions.contains(.schoolClass) else { return .severalClasses }
    return cell.coordinates.schoolClass == nil ? .unknown : .oneClass
  }

  /// Components added up, with a memory of whether persons could be in several of the cells.
  private struct Merged {
    private var sum = Components.zero
    private var crossing: Coordinates?
    private var personsNest = true

    mutating func add(_ components: Components, crossing place: Coordinates) {
      sum += components
      note(place)
    }

    enum Unit { case oneClass, severalClasses, unknown }

    mutating func add(_ other: Merged, as unit: Unit) {
      switch unit {
      case .oneClass: sum += other.sum.asOneClass
      case .severalClasses: sum += other.sum
      case .unknown: sum += other.sum.withoutClasses
      }
      if let place = other.crossing { note(place) }
      personsNest = personsNest && other.personsNest
    }

    private mutating func note(_ place: Coordinates) {
      if let crossing, crossing != place { personsNest = false }
      crossing = crossing ?? place
    }

    var components: Components { personsNest ? sum : sum.withoutPersons }
  }
}

extension Coordinates {
  /// Whether everything that `place` gives is the same here.
  func stands(at place: Coordinates) -> Bool { keeping(place.given) == place.keeping(.all) }
}
