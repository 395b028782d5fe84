internal import BlazonScene

/// The structure tree of a document of one page (ISO 32000-1, 14.7): what is read, in which order, as what.
struct PDFStructure {
  /// What an element is (14.8.4).
  enum Kind: String {
    case document = "Document"
    case heading = "H1"
    case paragraph = "P"
    case figure = "Figure"
    case link = "Link"
  }

  /// What an element holds.
  private enum Kid {
    case element(Int)
    /// Content of the page by its number there.
    case content(Int)
    /// An annotation by its object.
    case annotation(Int)
  }

  private struct Element {
    var kind: Kind
    var alternative: String?
    /// Where it stands on the page, in points from the lower left corner.
    var box: Rect?
    var kids: [Kid] = []
    var parent: Int?
    var object: Int
  }

  private var elements: [Element] = []
  /// The element of each piece of content.
  private var owners: [Int] = []
  /// The links: the object of the annotation, and the element that has it.
  private(set) var annotations: [(object: Int, element: Int)] = []
  private let page: Int

  /// The structure of the page that is the object `page`: an element “Document”, which is element 0.
  init(of page: Int, in objects: inout PDFObjects) {
    self.page = page
    elements.append(Element(kind: .document, object: objects.reserve()))
  }

  /// A new last element in `parent`.
  mutating func add(
    _ kind: Kind, alternative: String? = nil, box: Rect? = nil, to parent: Int,
    in objects: inout PDFObjects
  ) -> Int {
    elements.append(
      Element(
        kind: kind, alternative: alternative, box: box, parent: parent, object: objects.reserve()))
    elements[parent].kids.append(.element(elements.count - 1))
    return elements.count - 1
  }

  /// The number of new content of `element`, to be marked with in the content stream.
  mutating func addContent(to element: Int) -> Int {
    owners.append(element)
    elements[element].kids.append(.content(owners.count - 1))
    return owners.count - 1
  }

  /// An annotation that leads from `box`, in points from the lower left corner, to `address`.
  mutating func addLink(
    to address: String, over box: Rect, of element: Int, in objects: inout PDFObjects
  ) {
    var text = PDFText()
    text += "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect"
    text.add(box)
    text += "/Contents"
    text.add(string: address)
    text += "/StructParent "
    // Key 0 is the page's.
    text.add(annotations.count + 1)
    text += "/A<</S/URI/URI<"
    // Bytes, as URIs are ASCII; those of others in UTF-8.
    for byte in address.utf8 {
      let digits = Array("0123456789ABCDEF".utf8)
      text.text.bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    text += ">>>>>"
    let object = objects.add(text)
    annotations.append((object, element))
    elements[element].kids.append(.annotation(object))
  }

  /// The tree's root, an object of `objects`, after the last element was added.
  func add(to objects: inout PDFObjects) -> Int {
    let root = objects.reserve()
    for element in elements {
      var text = PDFText()
      text += "<</Type/StructElem/S/"
      text.text.add(element.kind.rawValue)
      text += "/P "
      text.add(reference: element.parent.map { elements[$0].object } ?? root)
      text += "/Pg "
      text.add(reference: page)
      if let alternative = element.alternative {
        text += "/Alt"
        text.add(string: alternative)
      }
      if let box = element.box {
        text += "/A<</O/Layout/BBox"
        text.add(box)
        text += ">>"
      }
      // Some readers expect one kid to stand by itself.
      text += element.kids.count == 1 ? "/K " : "/K["
      for kid in element.kids {
        switch kid {
        case .element(let index): text.add(reference: elements[index].object)
        case .content(let number): text.add(number)
        case .annotation(let object):
          text += "<</Type/OBJR/Obj "
          text.add(reference: object)
          text += "/Pg "
          text.add(reference: page)
          text += ">>"
        }
        text += " "
      }
      text += element.kids.count == 1 ? ">>" : "]>>"
      objects.set(element.object, text)
    }
    var text = PDFText()
    text += "<</Type/StructTreeRoot/K["
    text.add(reference: elements[0].object)
    text += "]/ParentTreeNextKey "
    text.add(annotations.count + 1)
    // From content and annotations to their elements (14.7.4.4).
    text += "/ParentTree<</Nums[0["
    for owner in owners {
      text.add(reference: elements[owner].object)
      text += " "
    }
    text += "]"
    for (index, annotation) in annotations.enumerated() {
      text += " "
      text.add(index + 1)
      text += " "
      text.add(reference: elements[annotation.element].object)
    }
    text += "]>>>>"
    objects.set(root, text)
    return root
  }
}
