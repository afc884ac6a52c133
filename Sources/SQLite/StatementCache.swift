import CSQLite

/// A prepared statement with what its use needs. Lives on the heap at a fixed address, owned by the cache or, when it
/// is `isPrivate`, by its one use.
@usableFromInline
struct Prepared {
    @usableFromInline let handle: OpaquePointer
    @usableFromInline let parameterCount: Int32
    @usableFromInline var isInUse = false
    @usableFromInline var isPrivate = false
    /// Where the arena stood before this use bound its values.
    @usableFromInline var arenaMark = 0

    @usableFromInline
    init(_ handle: OpaquePointer) {
        self.handle = handle
        parameterCount = sqlite3_bind_parameter_count(handle)
    }
}

/// The prepared statements of static SQL, found by the address of the literal: open addressing, linear probing.
///
/// Nothing is evicted: a program has only so many literals.
@usableFromInline
struct StaticStatements {
    @usableFromInline
    struct Slot {
        @usableFromInline var address: UInt = 0
        @usableFromInline var prepared: UnsafeMutablePointer<Prepared>?

        init() {}
    }

    @usableFromInline private(set) var slots: UnsafeMutablePointer<Slot>
    /// One less than the number of slots, which is a power of two.
    @usableFromInline private(set) var mask: UInt
    private var count = 0

    init() {
        slots = .allocate(capacity: 256)
        slots.initialize(repeating: Slot(), count: 256)
        mask = 255
    }

    /// Literals stand close together, often a few bytes apart, so the address is spread over all bits (Fibonacci hashing).
    @inlinable
    static func spread(_ address: UInt) -> UInt { (address &* 0x9E37_79B9_7F4A_7C15) &>> 32 }

    @inlinable
    func find(_ address: UInt) -> UnsafeMutablePointer<Prepared>? {
        var index = Self.spread(address) & mask
        while true {
            let slot = slots[Int(bitPattern: index)]
            if slot.address == address { return slot.prepared }
            if slot.address == 0 { return nil }
            index = (index &+ 1) & mask
        }
    }

    mutating func insert(_ address: UInt, _ prepared: UnsafeMutablePointer<Prepared>) {
        if UInt(count) * 2 > mask { grow() }
        place(address, prepared)
        count += 1
    }

    mutating func removeAll(_ body: (UnsafeMutablePointer<Prepared>) -> Void) {
        for index in 0...Int(mask) {
            if let prepared = slots[index].prepared { body(prepared) }
            slots[index] = Slot()
        }
        count = 0
    }

    func deallocate() { slots.deallocate() }

    private mutating func place(_ address: UInt, _ prepared: UnsafeMutablePointer<Prepared>) {
        var index = Self.spread(address) & mask
        while slots[Int(index)].address != 0 { index = (index &+ 1) & mask }
        slots[Int(index)].address = address
        slots[Int(index)].prepared = prepared
    }

    private mutating func grow() {
        let old = slots
        let oldCount = Int(mask) + 1
        slots = .allocate(capacity: oldCount * 2)
        slots.initialize(repeating: Slot(), count: oldCount * 2)
        mask = UInt(oldCount * 2 - 1)
        for index in 0..<oldCount {
            if let prepared = old[index].prepared { place(old[index].address, prepared) }
        }
        old.deallocate()
    }
}

/// The prepared statements of composed SQL, found by their text. Bounded: the one unused for longest makes room.
struct ComposedStatements {
    static let capacity = 256

    private struct Entry {
        let prepared: UnsafeMutablePointer<Prepared>
        var lastUse: UInt64
    }

    private var entries: [String: Entry] = [:]
    private var uses: UInt64 = 0

    var count: Int { entries.count }

    mutating func find(_ sql: String) -> UnsafeMutablePointer<Prepared>? {
        guard let index = entries.index(forKey: sql) else { return nil }
        uses += 1
        entries.values[index].lastUse = uses
        return entries.values[index].prepared
    }

    /// Returns the statement that had to go, for the caller to finalize.
    mutating func insert(
        _ sql: String, _ prepared: UnsafeMutablePointer<Prepared>
    ) -> UnsafeMutablePointer<Prepared>? {
        var evicted: UnsafeMutablePointer<Prepared>?
        if entries.count >= Self.capacity {
            let idle = entries.filter { !$0.value.prepared.pointee.isInUse }
            if let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) {
                evicted = oldest.value.prepared
                entries[oldest.key] = nil
            }
        }
        uses += 1
        entries[sql] = Entry(prepared: prepared, lastUse: uses)
        return evicted
    }

    mutating func removeAll(_ body: (UnsafeMutablePointer<Prepared>) -> Void) {
        for entry in entries.values { body(entry.prepared) }
        entries.removeAll()
    }
}
