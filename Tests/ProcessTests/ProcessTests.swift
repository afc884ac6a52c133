import Testing

/// Everything that starts the real binary. One after the other: each of them loads the machine.
@Suite(.serialized) enum ProcessTests {}
