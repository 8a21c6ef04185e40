package dev.mainstay.core.hardening.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The address of a database. What it is shown as has no user, password or parameter.
 */
final class JdbcUrl {

	/** Drivers around the real one, whose address follows. */
	private static final Set<String> WRAPPERS = Set.of("p6spy", "otel", "aws-wrapper", "tracing", "log4jdbc", "datadog",
			"tc");

	private static final Set<String> IN_PROCESS = Set.of("h2", "hsqldb", "derby", "sqlite", "duckdb");

	private static final List<String> IN_MEMORY = List.of(":h2:mem:", ":hsqldb:mem:", ":derby:memory:",
			":sqlite::memory:", ":sqlite:file::memory:", "mode=memory", "memfs:");

	private static final Pattern AUTHORITY = Pattern.compile("//([^/?;(]*)");

	private static final Pattern ORACLE = Pattern.compile("@([^/?;:(]+)");

	private static final Pattern DESCRIBED = Pattern.compile("(?i)\\(\\s*host\\s*=\\s*([^)\\s]+)");

	private final String url;

	private JdbcUrl(String url) {
		this.url = url;
	}

	static JdbcUrl of(String url) {
		return new JdbcUrl(url.strip());
	}

	/** Such as {@code postgresql}. */
	String vendor() {
		return Arrays.stream(this.url.split(":"))
			.skip(1)
			.map((part) -> part.toLowerCase(Locale.ROOT))
			.filter((part) -> !WRAPPERS.contains(part))
			.findFirst()
			.orElse("");
	}

	boolean isInMemory() {
		String lower = this.url.toLowerCase(Locale.ROOT);
		return hosts().isEmpty() && IN_MEMORY.stream().anyMatch(lower::contains);
	}

	/** A driver that starts a container for it knows no host. */
	List<String> hosts() {
		if (this.url.startsWith("jdbc:tc:")) {
			return List.of();
		}
		List<String> described = DESCRIBED.matcher(this.url).results().map((result) -> result.group(1)).toList();
		if (!described.isEmpty()) {
			return described;
		}
		Matcher authority = AUTHORITY.matcher(this.url);
		boolean found = authority.find() && !authority.group(1).isEmpty();
		return found ? withoutPorts(authority.group(1)) : otherHosts();
	}

	private List<String> otherHosts() {
		Matcher oracle = ORACLE.matcher(this.url);
		if (vendor().equals("oracle") && oracle.find()) {
			return withoutPorts(oracle.group(1));
		}
		return Stream.ofNullable(parameter("serverName")).toList();
	}

	private static List<String> withoutPorts(String authority) {
		String hosts = authority.substring(authority.lastIndexOf('@') + 1);
		return Arrays.stream(hosts.split(",")).map(JdbcUrl::withoutPort).filter((host) -> !host.isEmpty()).toList();
	}

	private static String withoutPort(String host) {
		int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.replace('\\', ':').indexOf(':');
		return (end > 0) ? host.substring(0, end) : host.replaceAll("^:.*", "");
	}

	@Nullable String parameter(String name) {
		return Arrays.stream(this.url.split("[?;&]"))
			.skip(1)
			.map((parameter) -> parameter.split("=", 2))
			.filter((parameter) -> parameter[0].strip().equalsIgnoreCase(name))
			.map((parameter) -> (parameter.length == 2) ? parameter[1].strip() : "")
			.findFirst()
			.orElse(null);
	}

	boolean mentions(String text) {
		return this.url.toLowerCase(Locale.ROOT).contains(text);
	}

	/** Put together anew, so that nothing of it is shown that was not understood. */
	@Override
	public String toString() {
		if (!hosts().isEmpty()) {
			return "jdbc:" + vendor() + "://" + String.join(",", hosts());
		}
		return IN_PROCESS.contains(vendor()) ? this.url.split("[?;(]")[0] : "jdbc:" + vendor();
	}

}
