package dev.mainstay.core.request.servlet;

import java.nio.charset.StandardCharsets;

import dev.mainstay.core.request.HeaderBytes;
import org.apache.catalina.connector.Response;
import org.apache.catalina.connector.ResponseFacade;

/**
 * The headers of an answer of Tomcat, which makes two encoders with their buffers for
 * each header that it was given as texts. It looks for line breaks only in texts, and at
 * the type and the length of the content only where these are set as such.
 */
record TomcatHeaderBytes(Response response) implements HeaderBytes {

	@Override
	public boolean add(Object answer, String name, String value) {
		if (answer.getClass() != ResponseFacade.class || answer != this.response.getResponse()
				|| name.regionMatches(true, 0, "Content-", 0, 8) || !isPlain(name) || !isPlain(value)) {
			return false;
		}
		byte[] nameBytes = name.getBytes(StandardCharsets.ISO_8859_1);
		byte[] valueBytes = value.getBytes(StandardCharsets.ISO_8859_1);
		this.response.getCoyoteResponse()
			.getMimeHeaders()
			.addValue(nameBytes, 0, nameBytes.length)
			.setBytes(valueBytes, 0, valueBytes.length);
		return true;
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
				return false;
			}
		}
		return true;
	}

}
