package dev.mainstay.resilience.idempotency;

import java.net.http.HttpRequest;

import dev.mainstay.resilience.idempotency.KeyedClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What routes do with keys, the same on both stacks.
 */
public final class RouteAssertions {

	private static final String PAGE = "</mainstay/idempotency>; rel=\"describedby\"; type=\"text/html\"";

	private final KeyedClient client;

	private final String key = KeyedClient.freshKey();

	public RouteAssertions(KeyedClient client) {
		this.client = client;
	}

	private HttpRequest.Builder plain(String method, String path) {
		return this.client.to(path)
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString("{}"));
	}

	private Answer keyed(String method, String path) {
		return this.client.send(plain(method, path).header(IdempotencyHeaders.KEY, this.key));
	}

	public int executions() {
		return Integer.parseInt(this.client.send(this.client.to("/declared").GET()).text());
	}

	public void isRequired(String method, String path) {
		int before = executions();
		Answer missing = this.client.send(plain(method, path));
		assertThat(missing.status()).as("%s", missing).isEqualTo(400);
		assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(missing.text()).contains("\"code\":\"idempotency-key-missing\"",
				"\"type\":\"urn:problem-type:mainstay:idempotency-key-missing\"");
		assertThat(missing.header("Link")).isEqualTo(PAGE);
		assertThat(executions()).isEqualTo(before);
		isTaken(method, path);
	}

	public void isTaken(String method, String path) {
		int before = executions();
		Answer first = keyed(method, path);
		Answer second = keyed(method, path);
		assertThat(first.keyStatus()).as("%s", first).isEqualTo("created");
		assertThat(second.isReplay()).as("%s", second).isTrue();
		assertThat(second.text()).isEqualTo(first.text());
		assertThat(second.header("Idempotency-Expires")).isNotNull()
			.endsWith(" GMT")
			.isEqualTo(first.header("Idempotency-Expires"));
		assertThat(executions()).isEqualTo(before + 1);
	}

	public void isOptional(String method, String path) {
		int before = executions();
		assertThat(this.client.send(plain(method, path)).keyStatus()).isNull();
		assertThat(executions()).isEqualTo(before + 1);
		isTaken(method, path);
	}

	public void isIgnored(String method, String path) {
		int before = executions();
		assertThat(keyed(method, path).keyStatus()).isEqualTo("ignored");
		Answer second = keyed(method, path);
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.keyStatus()).isEqualTo("ignored");
		assertThat(second.header("Idempotency-Expires")).isNull();
		assertThat(executions()).isEqualTo(before + 2);
	}

	public void serverErrorIsKept(String path, int status) {
		int before = executions();
		Answer first = keyed("POST", path);
		Answer second = keyed("POST", path);
		assertThat(first.status()).isEqualTo(status);
		assertThat(second.status()).isEqualTo(status);
		assertThat(second.isReplay()).as("%s", second).isTrue();
		assertThat(second.bytes()).isEqualTo(first.bytes());
		assertThat(executions()).isEqualTo(before + 1);
	}

	public void refusalsLinkToThePage(String path) {
		assertThat(keyed("POST", path).header("Link")).isNull();
		Answer mismatch = this.client.send(path, this.key, "{\"other\":1}");
		assertThat(mismatch.status()).isEqualTo(422);
		assertThat(mismatch.header("Link")).isEqualTo(PAGE);
		assertThat(this.client.send(path, "\"", "{}").header("Link")).isEqualTo(PAGE);
	}

	public void pageSays(String path, String... parts) {
		Answer page = this.client.send(this.client.to(path).GET());
		assertThat(page.status()).as("%s", page).isEqualTo(200);
		assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
		assertThat(page.text()).contains(parts);
	}

	public void tooLargeIsRefused(String path) {
		int before = executions();
		byte[] body = new byte[1024 * 1024 + 1];
		HttpRequest.Builder large = this.client.to(path).header(IdempotencyHeaders.KEY, this.key);
		Answer known = this.client.send(large.copy().POST(HttpRequest.BodyPublishers.ofByteArray(body)));
		assertThat(known.status()).isEqualTo(413);
		assertThat(known.text()).contains("\"code\":\"payload-too-large\"");
		Answer chunked = this.client.send(large.copy()
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));
		assertThat(chunked.status()).isEqualTo(413);
		assertThat(executions()).isEqualTo(before);
	}

}
