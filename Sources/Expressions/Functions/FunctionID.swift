/// A row of the function table as the tree holds it.
package struct FunctionID: Sendable, Hashable {
  let row: UInt16
}
