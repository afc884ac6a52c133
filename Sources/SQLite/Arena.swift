/// Scratch memory for bound texts and blobs, used like a stack: a statement's use takes from the top and gives back
/// all of it at its end. Saves SQLite an allocation for each value.
///
/// It never moves, since SQLite holds pointers into it; what does not fit is copied by SQLite instead.
@usableFromInline
struct Arena {
    static let capacity = 256 * 1024

    @usableFromInline let start: UnsafeMutableRawPointer
    @usableFromInline var top = 0

    init() { start = .allocate(byteCount: Self.capacity, alignment: 16) }

    /// The address of a copy of `bytes`, or nil when it does not fit.
    mutating func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
        guard bytes.count <= Self.capacity - top else { return nil }
        let place = start + top
        if let source = bytes.baseAddress { place.copyMemory(from: source, byteCount: bytes.count) }
        top += bytes.count
        return UnsafeRawPointer(place)
    }

    func deallocate() { start.deallocate() }
}
