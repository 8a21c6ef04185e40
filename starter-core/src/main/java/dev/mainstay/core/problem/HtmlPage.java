package dev.mainstay.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * A page without style or script, so that no content security policy is in its way.
 */
record HtmlPage(int status, String title, @Nullable String requestId) {

	String render() {
		StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">");
		page.append("<title>").append(this.status).append(' ').append(escape(this.title)).append("</title></head>\n");
		page.append("<body><h1>").append(escape(this.title)).append("</h1>");
		if (this.requestId != null) {
			page.append("<p>Request id: <code>").append(escape(this.requestId)).append("</code></p>");
		}
		return page.append("</body>\n</html>\n").toString();
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
