package dev.mainstay.core.hardening.transport;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.data.HostName;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What is called on another host should be called by https.
 */
final class OutboundUrlsCheck implements HardeningCheck {

	private static final int MAX = 20;

	private static final Pattern NAME = Pattern.compile("(?i).*(url|uri|endpoint)s?(\\[\\d+])?");

	/** These are names, or are for a browser: nobody connects to them from here. */
	private static final Pattern NOT_CALLED = Pattern.compile("(?i).*(namespace|schema|type|redirect|callback|logout"
			+ "|login|success|failure|public|external|site|home|doc|help|link|image|logo|icon|terms|licen[cs]e|contact"
			+ "|info|organi[sz]ation|problem|frontend|origin|proxy|jdbc|datasource).*");

	/** The environment is full of what is not of this application. */
	private static final Set<String> FOREIGN = Set.of(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
			StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, "configurationProperties");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("TLS-06", Group.TRANSPORT, Severity.MEDIUM)
		.title("Other hosts are called by https")
		.why("""
				Requests, tokens and answers can be read and changed by whoever is on the way, and nothing says that \
				the one who answers is the one who was asked.""")
		.source("ASVS 5.0 12.3.3")
		.decides("""
				Reads the properties of the application's own configuration whose names end in url, uri or endpoint, \
				and whose value begins with http://. Not this machine, and not names that only mean something to a \
				neighbour; not names such as redirect-uri that are for a browser. Not applicable without any.""")
		.fix("spring.http.serviceclient.payments.base-url=https://payments.example.org");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		Set<String> urls = urls((ConfigurableEnvironment) application.context().getEnvironment());
		if (urls.isEmpty()) {
			return Verdict.notApplicable("no URL in the configuration");
		}
		List<Finding> findings = urls.stream()
			.filter((url) -> plainHost(value(application, url)) != null)
			.map((url) -> new Finding(url + "=http://" + plainHost(value(application, url)), origin(application, url)))
			.toList();
		return Verdict.of((findings.size() <= MAX) ? findings : shortened(findings));
	}

	private static List<Finding> shortened(List<Finding> findings) {
		Finding rest = Finding.of("and " + (findings.size() - MAX) + " more");
		return Stream.concat(findings.stream().limit(MAX), Stream.of(rest)).toList();
	}

	private static Set<String> urls(ConfigurableEnvironment environment) {
		Set<String> urls = new TreeSet<>();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> own && !FOREIGN.contains(source.getName())) {
				Arrays.stream(own.getPropertyNames())
					.filter((name) -> NAME.matcher(name).matches() && !NOT_CALLED.matcher(name).matches())
					.filter((name) -> isUrl(String.valueOf(own.getProperty(name))))
					.forEach(urls::add);
			}
		}
		return urls;
	}

	private static boolean isUrl(String value) {
		return value.contains("://") || value.contains("${");
	}

	/** A placeholder that cannot be resolved is that of a property that nobody reads. */
	private static String value(InspectedApplication application, String name) {
		try {
			String value = application.value(name);
			return (value != null) ? value : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static @Nullable String plainHost(String value) {
		return Arrays.stream(value.split(","))
			.map(String::strip)
			.filter((url) -> url.toLowerCase(Locale.ROOT).startsWith("http://"))
			.map(OutboundUrlsCheck::host)
			.filter((host) -> !host.isEmpty() && !HostName.isLocal(host) && !HostName.isInternal(host))
			.findFirst()
			.orElse(null);
	}

	private static String host(String url) {
		try {
			String host = URI.create(url.split("[{?#]")[0]).getHost();
			return (host != null) ? host : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/** What has the last word may be a variable, which spells the name otherwise. */
	private static @Nullable String origin(InspectedApplication application, String name) {
		return application.origin(ConfigurationPropertyName.adapt(name, '.').toString());
	}

}
