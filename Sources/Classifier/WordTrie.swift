/// The vocabulary's trie as messages are read by it: a double array (Aoe, 1989), where a node is one cell and a letter is
/// one look into one cell. The words of the built-in rules take half a megabyte, which stays in a core's cache; with a
/// table for each node they took seven, and most letters waited for memory.
struct WordTrie: Sendable {
    /// A node: a letter leads to the cell that many behind `base`, if that cell says that this node is its parent.
    struct Cell: Sendable {
        var base: UInt32
        var parent: UInt32

        static let free = Cell(base: 0, parent: .max)
    }

    /// The root is cell 0, to which nothing leads. Behind the last node there is room for every letter.
    private(set) var cells: [Cell] = [Cell(base: 0, parent: .max)]
    /// By cell: the class of the word that ends there, with the bits above it.
    private(set) var words: [UInt32] = []
    /// By cell: the class of a longer word that begins like this.
    private(set) var prefixes: [UInt16] = []

    /// - Parameter nodes: rows of `Vocabulary.width` cells, the root first; level by level they are laid so that each
    ///   node's children fall on free cells.
    init(packing nodes: [UInt32]) {
        let columns = 1..<Vocabulary.wordCell
        cells.reserveCapacity(nodes.count / Vocabulary.width * 3 / 2)
        var placed: [(node: Int, cell: Int)] = [(0, 0)]
        var firstFree = columns.upperBound
        grow(to: firstFree)
        var next = 0
        while next < placed.count {
            let (node, cell) = placed[next]
            next += 1
            let children = columns.filter { nodes[node + $0] != 0 }
            guard let first = children.first else { continue }
            while !isFree(firstFree) { firstFree += 1 }
            var at = firstFree
            while !children.allSatisfy({ isFree(at - first + $0) }) { at += 1 }
            cells[cell].base = UInt32(at - first)
            for column in children {
                let child = at - first + column
                grow(to: child)
                cells[child].parent = UInt32(cell)
                placed.append((Int(nodes[node + column]), child))
            }
        }
        grow(to: cells.count + columns.upperBound)
        words = [UInt32](repeating: 0, count: cells.count)
        prefixes = [UInt16](repeating: 0, count: cells.count)
        for (node, cell) in placed {
            words[cell] = nodes[node + Vocabulary.wordCell]
            prefixes[cell] = UInt16(truncatingIfNeeded: nodes[node + Vocabulary.prefixCell])
        }
    }

    private mutating func grow(to index: Int) {
        while cells.count <= index { cells.append(.free) }
    }

    private func isFree(_ index: Int) -> Bool {
        index >= cells.count || index > 0 && cells[index].parent == .max
    }

    /// Runs `body` with the trie as it is read.
    func withView<Result>(_ body: (WordTrieView) -> Result) -> Result? {
        cells.withUnsafeBufferPointer { cells in
            words.withUnsafeBufferPointer { words in
                prefixes.withUnsafeBufferPointer { prefixes in
                    guard let cells = cells.baseAddress, let words = words.baseAddress,
                        let prefixes = prefixes.baseAddress
                    else { return nil }
                    return body(WordTrieView(cells: cells, words: words, prefixes: prefixes))
                }
            }
        }
    }
}

/// The trie without bounds checks, for the time of one message. States are cells; 0 is the root, and nowhere.
struct WordTrieView {
    let cells: UnsafePointer<WordTrie.Cell>
    let words: UnsafePointer<UInt32>
    let prefixes: UnsafePointer<UInt16>

    /// `letter` is an ASCII letter of either case.
    @inline(__always)
    func next(_ state: Int, letter: UInt8) -> Int { step(state, Int(letter & 0x1F)) }

    @inline(__always)
    func next(_ state: Int, digit: UInt8) -> Int { step(state, Int(digit) &- 48 &+ 27) }

    @inline(__always)
    private func step(_ state: Int, _ column: Int) -> Int {
        let cell = Int(cells[state].base) &+ column
        return cells[cell].parent == UInt32(truncatingIfNeeded: state) ? cell : 0
    }

    @inline(__always)
    func word(_ state: Int) -> UInt32 { words[state] }

    @inline(__always)
    func prefixClass(_ state: Int) -> UInt16 { prefixes[state] }
}
