package dev.mainstay.security.headers;

import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.core.request.ResponseHead;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer as a map.
 */
record TestHead(int status, Map<String, String> headers, Map<String, String> request,
		String path) implements ResponseHead {

	static TestHead of(int status, String... headers) {
		return new TestHead(status, map(headers), map(), "/");
	}

	/** The same answer to a request with these headers. */
	TestHead to(String... request) {
		Map<String, String> copy = map();
		copy.putAll(this.headers);
		return new TestHead(this.status, copy, map(request), this.path);
	}

	/** The same answer at another path. */
	TestHead at(String path) {
		return new TestHead(this.status, this.headers, this.request, path);
	}

	private static Map<String, String> map(String... headers) {
		Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (int i = 0; i < headers.length; i += 2) {
			map.put(headers[i], headers[i + 1]);
		}
		return map;
	}

	static TestHead json(String... headers) {
		TestHead head = of(200, headers);
		head.headers.put("Content-Type", "application/json");
		return head;
	}

	static TestHead html(String... headers) {
		TestHead head = of(200, headers);
		head.headers.put("Content-Type", "text/html;charset=UTF-8");
		return head;
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public boolean secure() {
		return true;
	}

	@Override
	public @Nullable String requestHeader(String name) {
		return this.request.get(name);
	}

	@Override
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	@Override
	public void setHeader(String name, String value) {
		this.headers.put(name, value);
	}

}
