package dev.mainstay.tests.external;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Await;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page that a browser shows. Its script tells by the title what became of it.
 *
 * @param browser the browser
 * @param session the tab
 */
record ShownPage(Chromium browser, String session) {

	private static final int NOT_MODIFIED = 304;

	ShownPage visit(String url) {
		this.browser.send(this.session, "Page.navigate", Map.of("url", url));
		return this;
	}

	ShownPage hasTitle(String title) {
		Await.until(() -> assertThat(evaluate("document.title").asString("")).isEqualTo(title));
		return this;
	}

	/**
	 * Wait until a condition holds.
	 * @param condition the condition, in JavaScript
	 */
	ShownPage shows(String condition) {
		Await.until(() -> assertThat(evaluate(condition).asBoolean(false)).as("%s: %s", condition, errors()).isTrue());
		return this;
	}

	private JsonNode evaluate(String expression) {
		return this.browser
			.send(this.session, "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
			.path("result")
			.path("value");
	}

	/** What the console shows in red. */
	List<String> errors() {
		Stream<String> logged = this.browser.events(this.session, "Log.entryAdded")
			.map((event) -> event.path("entry"))
			.filter((entry) -> entry.path("level").asString("").equals("error"))
			.map((entry) -> entry.path("text").asString(""));
		Stream<String> thrown = this.browser.events(this.session, "Runtime.exceptionThrown").map(JsonNode::toString);
		return Stream.concat(logged, thrown).toList();
	}

	/**
	 * How often what is below a path was sent by the server, and not kept in a cache.
	 * What a server says is still good is told apart by the first head of the answer.
	 */
	long bodiesFromServer(String path) {
		List<String> kept = Stream
			.concat(this.browser.events(this.session, "Network.requestServedFromCache"),
					this.browser.events(this.session, "Network.responseReceivedExtraInfo")
						.filter((event) -> event.path("statusCode").asInt(0) == NOT_MODIFIED))
			.map((event) -> event.path("requestId").asString(""))
			.toList();
		return this.browser.events(this.session, "Network.responseReceived")
			.filter((event) -> event.path("response").path("url").asString("").contains(path))
			.filter((event) -> !event.path("response").path("fromDiskCache").asBoolean(false))
			.filter((event) -> !kept.contains(event.path("requestId").asString("")))
			.count();
	}

}
