package dev.mainstay.core.hardening.authentication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.web.AnonymousRules;
import dev.mainstay.core.hardening.web.ExamplePath;
import dev.mainstay.core.hardening.web.InspectedHandler;

/**
 * What somebody may call who has not logged in.
 *
 * @param changes the requests that change something and are not meant for everybody, with
 * their handlers
 * @param open all requests
 * @param everything whether no handler is closed
 * @param methodSecurity whether annotations are obeyed
 */
record AnonymousAccess(List<String> changes, List<String> open, boolean everything, boolean methodSecurity) {

	private static final String METHOD_SECURITY = "org.springframework.security.authorization.method.AuthorizationAdvisor";

	private static final Pattern MEANT_FOR_EVERYBODY = Pattern.compile("(?i).*(^|[/_.-])(log-?in|log-?out|sign-?in|"
			+ "sign-?up|sign-?out|register|registrations?|auth|authenticate|oauth2?|tokens?|refresh|passwords?|forgot|"
			+ "reset|verify|verification|confirm|confirmation|activate|activation|otp|csrf|csp|webhooks?|"
			+ "hooks?|callbacks?|public|error|contact|newsletter|(un)?subscribe|feedback|graphql)($|[/_.-]).*");

	static AnonymousAccess of(InspectedApplication application, List<InspectedHandler> handlers, AnonymousRules rules) {
		Set<String> guarded = guarded(application);
		List<String> changes = new ArrayList<>();
		List<String> all = new ArrayList<>();
		boolean closed = false;
		for (InspectedHandler handler : handlers) {
			boolean obeys = guarded.contains(handler.name()) || guarded.contains(handler.name().split("#")[0]);
			for (String request : requests(handler)) {
				boolean open = !obeys && (isLogin(request) || isOpen(rules, request));
				closed |= !open;
				String place = request + " (" + handler.name() + ")";
				if (open) {
					all.add(place);
				}
				if (open && isChange(request)) {
					changes.add(place);
				}
			}
		}
		return new AnonymousAccess(List.copyOf(changes), List.copyOf(all), !closed,
				application.declares(METHOD_SECURITY));
	}

	private static Set<String> guarded(InspectedApplication application) {
		return GuardedMethods.of(application)
			.stream()
			.filter(GuardedMethods.Guarded::obeyed)
			.map((it) -> it.name().substring(it.name().indexOf(" on ") + " on ".length()))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static boolean isChange(String request) {
		return StateChanges.VERBS.contains(request.split(" ")[0]) && !MEANT_FOR_EVERYBODY.matcher(request).matches();
	}

	/** To be asked might count as an attempt of somebody to log in. */
	private static boolean isLogin(String request) {
		return StateChanges.VERBS.contains(request.split(" ")[0]) && MEANT_FOR_EVERYBODY.matcher(request).matches();
	}

	private static Set<String> requests(InspectedHandler handler) {
		Set<String> verbs = handler.verbs().isEmpty() ? Set.of("GET") : handler.verbs();
		Set<String> requests = new TreeSet<>();
		handler.paths().forEach((path) -> verbs.forEach((verb) -> requests.add(verb + " " + path)));
		return requests;
	}

	private static boolean isOpen(AnonymousRules rules, String request) {
		int end = request.indexOf(' ');
		return rules.allow(request.substring(0, end), ExamplePath.of(request.substring(end + 1)));
	}

}
