import Administration
import Diagnostics
import Expressions
import Instruments
import Storage

extension Conduct {
  /// Seats whoever holds a code that was typed, or fails with the words for why not.
  func seated(
    code typed: String, takesOver: Bool, inputs: [Symbol: String] = [:]
  ) throws -> (Sitting, Respondent) {
    let code: AccessCode
    do throws(AccessCode.Slip) {
      code = try AccessCode(typed: typed)
    } catch {
      throw Failure([error.diagnostic], in: language)
    }
    return try reportingFaults(in: language) {
      let redemption = try office.store.redeem(code, at: terminal)
      if let diagnostic = redemption.diagnostic { throw Failure([diagnostic], in: language) }
      guard case .opens(let grant) = redemption,
        var wish = try office.wish(of: grant, today: today, terminal: terminal, takesOver: takesOver)
      else { throw StoreFault(.reading, .damaged("code")) }
      let form = wish.instrument.delivery.form
      guard form.id == instrument.delivery.form.id else {
        throw Failure(of: AccessFinding.codeForOther, arguments: ["other": form.id.text], in: language)
      }
      wish.inputs = inputs
      switch try office.seat(wish) {
      case .seated(let sitting): return (sitting, wish.respondent)
      case .busy(let holder): throw Failure(.busyElsewhere, found: holder, in: language)
      case .finished: throw Failure(.alreadyFinished, found: wish.respondent.person?.text ?? "—", in: language)
      }
    }
  }
}
