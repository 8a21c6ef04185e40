package dev.mainstay.tests.switches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.tests.harness.Http;

/**
 * What a probe can ask the running service. All answers are short texts, to be compared.
 */
final class Service {

	private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");

	static final String VALID = "{\"customer\":\"c\"}";

	static final String INVALID = "{\"customer\":\"\"}";

	/** Long enough for a line that comes, short enough for one that never does. */
	private static final long SECONDS = 4;

	private final Http http;

	private final Supplier<String> output;

	Service(Http http, Supplier<String> output) {
		this.http = http;
		this.output = output;
	}

	HttpResponse<String> get(String path, String... headers) {
		return this.http.get(path, headers);
	}

	HttpResponse<String> post(String path, String body, String... headers) {
		return this.http.post(path, body, headers);
	}

	/** A form with one file. */
	HttpResponse<String> upload(String fileName) {
		String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
				+ "\"\r\n\r\nx\r\n--b--\r\n";
		return this.http.exchange("POST", "/files", form, "Content-Type", "multipart/form-data; boundary=b");
	}

	/** Whether an answer has a header. */
	static String has(HttpResponse<String> answer, String header) {
		return answer.headers().firstValue(header).isPresent() ? "there" : "missing";
	}

	static String header(HttpResponse<String> answer, String header) {
		return answer.headers().firstValue(header).orElse("missing");
	}

	static String status(HttpResponse<String> answer) {
		return String.valueOf(answer.statusCode());
	}

	/** The code of a problem, else the status. */
	static String code(HttpResponse<String> answer) {
		Matcher matcher = CODE.matcher(answer.body());
		return matcher.find() ? matcher.group(1) : status(answer);
	}

	/** What two equal requests with the same key get, the second one's answer. */
	HttpResponse<String> repeated(String path, String body, String... headers) {
		String[] keyed = withKey(headers);
		post(path, body, keyed);
		return post(path, body, keyed);
	}

	/** A request with a key that nobody else has. */
	HttpResponse<String> keyed(String path, String body) {
		return post(path, body, withKey());
	}

	static String[] withKey(String... headers) {
		String[] all = new String[headers.length + 2];
		System.arraycopy(headers, 0, all, 0, headers.length);
		all[headers.length] = "Idempotency-Key";
		all[headers.length + 1] = "\"" + UUID.randomUUID() + "\"";
		return all;
	}

	/** How many calls one of ours makes of the provider. */
	String calls(String path) {
		try (Provider provider = new Provider()) {
			call(provider.url(path));
			return String.valueOf(provider.calls());
		}
	}

	/** How often the provider is called for one call of ours, and with what. */
	String wire(String path) {
		try (Provider provider = new Provider()) {
			call(provider.url(path));
			return provider.calls() + " × " + provider.headers();
		}
	}

	/** How many calls two of ours make of the same provider. */
	String callsOfTwo(String path) {
		try (Provider provider = new Provider()) {
			call(provider.url(path));
			call(provider.url(path));
			return String.valueOf(provider.calls());
		}
	}

	/** What becomes of a call to the provider. */
	String outcome(String path) {
		try (Provider provider = new Provider()) {
			return status(call(provider.url(path)));
		}
	}

	/** What a request gets whose first attempt has charged and then failed. */
	String chargedAndRepeated() {
		try (Provider provider = new Provider()) {
			return code(repeated("/charging?url=" + encoded(provider.url("/200")), ""));
		}
	}

	/** Whether a call to an address that takes no connection ends before two seconds. */
	String patience() {
		try (Provider.Full full = new Provider.Full()) {
			long begin = System.nanoTime();
			call(full.url());
			return (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(2)) ? "less" : "2 s or more";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private HttpResponse<String> call(String url) {
		return get("/calling?url=" + encoded(url));
	}

	private static String encoded(String url) {
		return URLEncoder.encode(url, StandardCharsets.UTF_8);
	}

	/** The first new line that has a text. */
	String line(String text, Supplier<HttpResponse<String>> request) {
		return find(text, request).orElseThrow(() -> new IllegalStateException("Nothing is logged with " + text));
	}

	private Optional<String> find(String text, Supplier<HttpResponse<String>> request) {
		int begin = this.output.get().length();
		request.get();
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		Optional<String> found = Optional.empty();
		while (found.isEmpty() && System.nanoTime() < deadline) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
			found = this.output.get().substring(begin).lines().filter((line) -> line.contains(text)).findFirst();
		}
		return found;
	}

	/** How many lines have a text, once the request after them is logged. */
	long lines(String text, Supplier<HttpResponse<String>> requests) {
		int begin = this.output.get().length();
		requests.get();
		line("Looked at it", () -> get("/ok"));
		return this.output.get().substring(begin).lines().filter((line) -> line.contains(text)).count();
	}

	/** Whether a text has been logged since the last start of an application. */
	String hasLogged(String text) {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		while (!sinceTheStart().contains(text) && System.nanoTime() < deadline) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
		return sinceTheStart().contains(text) ? "there" : "missing";
	}

	private String sinceTheStart() {
		String all = this.output.get();
		return all.substring(Math.max(0, all.lastIndexOf("Starting ")));
	}

	/** Whether what a request logs has a text. */
	String logs(String text, Supplier<HttpResponse<String>> request) {
		return find(text, request).isEmpty() ? "missing" : "there";
	}

}
