package dev.mainstay.core.request.servlet;

import dev.mainstay.core.request.HeaderNames;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * The names of the headers in the bytes that Tomcat has read.
 */
record TomcatHeaderNames(MimeHeaders headers) implements HeaderNames {

	@Override
	public boolean contains(String name) {
		return this.headers.findHeader(name, 0) >= 0;
	}

	@Override
	public boolean containsPrefix(String prefix) {
		for (int i = 0; i < this.headers.size(); i++) {
			if (this.headers.getName(i).startsWithIgnoreCase(prefix, 0)) {
				return true;
			}
		}
		return false;
	}

}
