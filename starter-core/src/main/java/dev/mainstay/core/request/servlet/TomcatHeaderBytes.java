package dev.mainstay.core.request.servlet;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.request.HeaderBytes;
import org.apache.catalina.connector.Response;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * The headers of an answer of Tomcat, which makes two encoders with their buffers for
 * each header that it was given as texts.
 */
record TomcatHeaderBytes(Response response) implements HeaderBytes {

	/** As many as there are headers that Mainstay itself sets. */
	private static final Map<String, byte[]> NAMES = new ConcurrentHashMap<>();

	@Override
	public boolean isOf(Object answer) {
		return answer == this.response.getResponse();
	}

	@Override
	public void add(String name, String value) {
		MimeHeaders headers = this.response.getCoyoteResponse().getMimeHeaders();
		byte[] nameBytes = NAMES.computeIfAbsent(name, TomcatHeaderBytes::bytes);
		byte[] valueBytes = bytes(value);
		headers.addValue(nameBytes, 0, nameBytes.length).setBytes(valueBytes, 0, valueBytes.length);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
