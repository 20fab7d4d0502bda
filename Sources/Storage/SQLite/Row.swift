import GRDB

/// A row of a table, where expressions have a row of values of the same name.
typealias Row = GRDB.Row
