package dev.mainstay.tests.pages;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.Http;

/**
 * Asks for what a browser would ask for while somebody looks at each page, with the
 * header fields that a browser sends.
 */
final class Browser {

	private static final String PAGES = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

	private static final Pattern CONSOLE_SESSION = Pattern.compile("jsessionid=([0-9a-f]{32})");

	private final Http http;

	private final Map<String, Answer> answers = new LinkedHashMap<>();

	private Browser(Http http) {
		this.http = http;
	}

	static Map<String, Answer> visit(Http http) {
		Browser browser = new Browser(http);
		browser.pages();
		browser.singlePageApplication();
		browser.documentation();
		browser.console();
		browser.otherSites();
		return browser.answers;
	}

	private void pages() {
		document("/page");
		document("/strict-page");
		document("/nowhere");
		document("/failing-page");
		keep("POST /page",
				this.http.exchange("POST", "/page", "name=again", "Content-Type", "application/x-www-form-urlencoded",
						"Accept", PAGES, "User-Agent", "Mozilla/5.0", "Sec-Fetch-Dest", "document", "Sec-Fetch-Mode",
						"navigate"));
	}

	private void singlePageApplication() {
		document("/");
		document("/app/orders/7");
		part("/assets/app-8f3a90b4.js", "script");
		part("/assets/app-5d2e71c0.css", "style");
		part("/api/name", "empty");
		keep("kept script",
				ask("/assets/app-8f3a90b4.js", "*/*", "script", "If-Modified-Since", "Fri, 01 Jan 2038 00:00:00 GMT"));
		keep("old browser", this.http.get("/assets/app-8f3a90b4.js", "Accept", "*/*", "User-Agent", "Mozilla/5.0"));
	}

	private void documentation() {
		document("/swagger-ui.html");
		document("/swagger-ui/index.html");
		part("/swagger-ui/swagger-ui.css", "style");
		part("/swagger-ui/swagger-ui-bundle.js", "script");
		part("/swagger-ui/swagger-initializer.js", "script");
		part("/swagger-ui/favicon-32x32.png", "image");
		part("/v3/api-docs/swagger-config", "empty");
		part("/v3/api-docs", "empty");
	}

	private void console() {
		Matcher session = CONSOLE_SESSION.matcher(document("/h2-console/").body());
		if (!session.find()) {
			throw new IllegalStateException("The console has no session");
		}
		String of = "?jsessionid=" + session.group(1);
		document("/h2-console/login.jsp" + of);
		document("/h2-console/login.do" + of
				+ "&driver=org.h2.Driver&url=jdbc:h2:mem:pages&user=sa&password=&setting=Generic+H2+(Embedded)");
		for (String part : List.of("header.jsp", "tables.do", "query.jsp", "help.jsp")) {
			keep("frame " + part, ask("/h2-console/" + part + of, PAGES, "frame"));
		}
		part("/h2-console/stylesheet.css", "style");
		part("/h2-console/tree.js", "script");
	}

	/**
	 * A login in a window of its own, pictures of and for others, and what a page asks of
	 * the device.
	 */
	private void otherSites() {
		document("/login-in-a-window");
		keep("window that comes back", ask("/login-in-a-window", PAGES, "document", "Sec-Fetch-Site", "cross-site",
				"Referer", "https://accounts.example/"));
		document("/gallery");
		document("/camera");
		for (String image : List.of("/assets/logo.svg", "/picture")) {
			keep(image + " for another site", ask(image, "image/*", "image", "Sec-Fetch-Site", "cross-site"));
		}
	}

	private HttpResponse<String> document(String path) {
		return keep(path.replaceFirst("\\?.*", ""), ask(path, PAGES, "document"));
	}

	private void part(String path, String use) {
		keep(path, ask(path, "*/*", use));
	}

	private HttpResponse<String> ask(String path, String accept, String use, String... more) {
		List<String> headers = new ArrayList<>(List.of("Accept", accept, "User-Agent", "Mozilla/5.0", "Sec-Fetch-Dest",
				use, "Sec-Fetch-Mode", mode(use)));
		headers.addAll(List.of(more));
		if (!headers.contains("Sec-Fetch-Site")) {
			headers.addAll(List.of("Sec-Fetch-Site", "same-origin"));
		}
		return this.http.get(path, headers.toArray(String[]::new));
	}

	private static String mode(String use) {
		return switch (use) {
			case "document", "frame" -> "navigate";
			case "empty" -> "cors";
			default -> "no-cors";
		};
	}

	private HttpResponse<String> keep(String name, HttpResponse<String> response) {
		this.answers.put(name, Answer.of(response));
		return response;
	}

}
