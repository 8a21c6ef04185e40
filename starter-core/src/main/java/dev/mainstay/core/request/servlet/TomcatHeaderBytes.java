package dev.mainstay.core.request.servlet;

import dev.mainstay.core.request.HeaderBytes;
import dev.mainstay.core.request.HeaderField;
import org.apache.catalina.connector.Response;
import org.apache.catalina.connector.ResponseFacade;
import org.apache.tomcat.util.buf.MessageBytes;

/**
 * The headers of an exchange of Tomcat, which makes two encoders with their buffers for
 * each header that it was given as texts. It looks for line breaks only in texts, and at
 * the type and the length of the content only where these are set as such.
 */
record TomcatHeaderBytes(Response response) implements HeaderBytes {

	/**
	 * An array of at least this length is where Tomcat writes a number later, when it
	 * uses the place of this header for another one.
	 */
	private static final int REUSED = 32;

	@Override
	public boolean add(Object answer, HeaderField field) {
		byte[] name = field.nameBytes();
		byte[] value = field.valueBytes();
		if (name == null || value == null || answer.getClass() != ResponseFacade.class
				|| answer != this.response.getResponse() || isAboutTheContent(field.name())) {
			return false;
		}
		byte[] own = (value.length < REUSED || field.isForOneAnswer()) ? value : value.clone();
		this.response.getCoyoteResponse().getMimeHeaders().addValue(name, 0, name.length).setBytes(own, 0, own.length);
		return true;
	}

	@Override
	public boolean received(String name, String value) {
		MessageBytes received = this.response.getRequest().getCoyoteRequest().getMimeHeaders().getValue(name);
		return received != null && received.equals(value);
	}

	/** Not only its type and its length, in case a later Tomcat looks at more. */
	private static boolean isAboutTheContent(String name) {
		return name.regionMatches(true, 0, "Content-", 0, 8) && !name.startsWith("Content-Security-Policy");
	}

}
