package dev.mainstay.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathException;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A file {@code pom.xml} as it is written.
 */
record Pom(Document document) {

	private static final Path ROOT = Path.of("..", "..");

	static Pom of(String folder) {
		try {
			return new Pom(DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(ROOT.resolve(folder).resolve("pom.xml").toFile()));
		}
		catch (IOException | SAXException | ParserConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static List<Pom> modules() {
		return of(".").all("/project/modules/module").stream().map(Pom::of).toList();
	}

	String artifact() {
		return all("/project/artifactId").get(0);
	}

	boolean isPublished() {
		return !all("/project/properties/maven.deploy.skip").contains("true");
	}

	List<String> all(String path) {
		try {
			NodeList nodes = (NodeList) XPathFactory.newInstance()
				.newXPath()
				.evaluate(path, this.document, XPathConstants.NODESET);
			return IntStream.range(0, nodes.getLength())
				.mapToObj((i) -> nodes.item(i).getTextContent().trim())
				.toList();
		}
		catch (XPathException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
