import Administration
import Datasets
package import Expressions
package import Instruments
package import Monitoring
import Synchronization

/// The office of a school's monitoring: the one process that owns the store, holds the keys, scores what was handed in
/// and keeps the indicators' components up to date. Terminals ask it; they never see a key.
package final class Office: Sendable {
  package let store: any Store
  package let indicators: CheckedIndicatorSet
  package let plan: MonitoringPlan
  private let random: @Sendable (Int) -> [UInt8]
  private let instruments = Mutex<[Digest: CheckedInstrument]>([:])

  /// `random` gives as many random bytes as it is asked for: keys of events and seeds of sessions.
  package init(
    store: any Store, indicators: CheckedIndicatorSet, plan: MonitoringPlan,
    random: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.store = store
    self.indicators = indicators
    self.plan = plan
    self.random = random
  }

  package var school: Symbol { plan.school.id }

  /// A key for one event.
  package func key() -> Token {
    Token(bytes: random(16)) ?? Token(high: 0, low: 0)  // sixteen bytes always make a token
  }

  func seed() -> UInt64 { random(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// Keeps an instrument in the store for ever under its hash.
  package func publish(_ instrument: CheckedInstrument, source: [UInt8]) throws(StoreFault) {
    let form = instrument.delivery.form
    var record = InstrumentRecord(
      hash: instrument.hash.digest, id: form.id, version: form.version, kind: form.method.rawValue, source: source,
      delivery: [])
    let options =
      form.choiceLists.flatMap(\.options) + instrument.delivery.items.flatMap { $0.item.kind.choices?.options ?? [] }
    record.codes = Set(options.map(\.code) + instrument.delivery.slots.map(\.id)).sorted()
    try store.publish(record)
    instruments.withLock { $0[instrument.hash.digest] = instrument }
  }

  /// A published instrument, ready to run; nil where it isn't in the store or can't be read any more.
  package func instrument(_ hash: Digest) throws(StoreFault) -> CheckedInstrument? {
    if let known = instruments.withLock({ $0[hash] }) { return known }
    guard let source = try store.source(of: hash) else { return nil }
    let outcome = InstrumentCheck.check(source, file: hash.short, datasets: indicators.definition.datasets)
    guard let instrument = outcome.instrument else { return nil }
    instruments.withLock { $0[hash] = instrument }
    return instrument
  }
}
