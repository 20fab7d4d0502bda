import Crypto
import Foundation
import Synchronization

/// What an unfinished anonymous session is encrypted under: 32 bytes that only its access code gives. It travels with the
/// lease, so that a store which starts anew needs no code to go on, and lies in no file.
package struct DraftKey: Sendable, Hashable, Codable {
  let bytes: [UInt8]
}

extension DraftKey: CustomStringConvertible, CustomReflectable {
  package var description: String { "•••" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension DraftKey {
  /// AES-256-GCM (NIST SP 800-38D) with a nonce of 96 bits that chance makes, bound to the draft's name, so that no row can
  /// be put into another's place. Filled up to whole kilobytes first: the length would tell how far somebody is.
  func sealed(_ content: [UInt8], draft: Token, nonce: [UInt8]) throws -> [UInt8] {
    var plain: [UInt8] = []
    Varint.append(UInt64(content.count), to: &plain)
    plain += content
    plain += [UInt8](repeating: 0, count: (1024 - plain.count % 1024) % 1024)
    let box = try AES.GCM.seal(
      plain, using: SymmetricKey(data: bytes), nonce: try AES.GCM.Nonce(data: nonce), authenticating: draft.bytes)
    return Array(box.nonce) + box.ciphertext + box.tag
  }

  /// Nil where the bytes weren't made by this key for this draft.
  func opened(_ sealed: some Collection<UInt8>, draft: Token) -> [UInt8]? {
    guard let box = try? AES.GCM.SealedBox(combined: Data(sealed)),
      let plain = try? AES.GCM.open(box, using: SymmetricKey(data: bytes), authenticating: draft.bytes)
    else { return nil }
    return Array(plain).withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      return reader.block()
    }
  }
}

/// The keys of the drafts that terminals are at, and where handed-in ones went: in memory only, and gone with the process.
///
/// What is noted here in a transaction that is lost does no harm: a key of a draft that isn't there opens nothing, and a
/// name is followed only where nothing lies under the old one.
final class DraftKeys: Sendable {
  private struct Notes {
    var keys: [SessionID: DraftKey] = [:]
    var moved: [SessionID: SessionID] = [:]
  }

  private let notes = Mutex(Notes())

  subscript(draft: SessionID) -> DraftKey? { notes.withLock { $0.keys[draft] } }

  func note(_ key: DraftKey?, of draft: SessionID) {
    guard let key else { return }
    notes.withLock { $0.keys[draft] = key }
  }

  /// The draft lies under another name from now on, and needs no key.
  func move(_ draft: SessionID, to name: SessionID) {
    notes.withLock { notes in
      notes.keys[draft] = nil
      notes.moved[draft] = name
    }
  }

  func place(of draft: SessionID) -> SessionID? { notes.withLock { $0.moved[draft] } }

}
