import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Prints what pictures carry, as Java's own libraries read them, which 1EdTech's public validator reads with as well.
 *
 * <p>{@code java Carriers.java FILE…} prints lines of four words with tabs between: the file, the keyword of PNG
 * (SVG is told by the same words), the part, and its text in Base64. Nothing is put together that comes in
 * pieces: whoever takes the first piece, as that validator does, is to have all.
 */
class Carriers {
  /** The elements of SVG that carry: Open Badges 2.0 and 3.0. */
  static final Map<QName, String> ELEMENTS = Map.of(
      new QName("http://openbadges.org", "assertion"), "openbadges",
      new QName("https://purl.imsglobal.org/ob/v3p0", "credential"), "openbadgecredential");

  public static void main(String[] files) throws Exception {
    for (var file : files) {
      if (file.endsWith(".svg")) readSVG(file);
      else readPNG(file);
    }
  }

  static void readPNG(String file) throws Exception {
    var reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var input = ImageIO.createImageInputStream(new File(file))) {
      reader.setInput(input, true);
      visit(file, reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"));
      reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  static void visit(String file, Node node) {
    if (node instanceof Element element && element.getTagName().equals("iTXtEntry")) {
      print(file, element.getAttribute("keyword"), "text", element.getAttribute("text"));
    }
    for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) visit(file, child);
  }

  static void readSVG(String file) throws Exception {
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (var input = Files.newInputStream(Path.of(file))) {
      var reader = factory.createXMLEventReader(input);
      String inside = null;
      while (reader.hasNext()) {
        var event = reader.nextEvent();
        if (event.isStartElement()) {
          inside = ELEMENTS.get(event.asStartElement().getName());
          var verify = event.asStartElement().getAttributeByName(new QName("verify"));
          if (inside != null && verify != null) print(file, inside, "verify", verify.getValue());
        } else if (event.isEndElement()) {
          inside = null;
        } else if (inside != null && event.isCharacters() && !event.asCharacters().isWhiteSpace()) {
          print(file, inside, "text", event.asCharacters().getData());
        }
      }
    }
  }

  static void print(String file, String name, String part, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    System.out.println(String.join("\t", file, name, part, Base64.getEncoder().encodeToString(bytes)));
  }
}
