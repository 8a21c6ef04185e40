package dev.mainstay.observability.errorgroups.alert;

import dev.mainstay.observability.errorgroups.ErrorGroup;
import org.jspecify.annotations.Nullable;

/**
 * News of error groups in words.
 *
 * @param service the name of the service
 */
record GroupText(String service) {

	/** The rest is at the endpoint. */
	private static final int MAX_MESSAGE = 300;

	String begun(ErrorGroup group) {
		return "New error group" + in(group) + ": " + what(group);
	}

	String regressed(ErrorGroup group) {
		return "An error group that was mended is back" + in(group) + ": " + what(group);
	}

	String more(int groups, ErrorGroup last) {
		return groups + " more error group" + ((groups > 1) ? "s" : "") + " within a minute, service " + this.service
				+ ", the last one " + last.fingerprint() + ": " + last.type() + place(last)
				+ ". All of them are at /actuator/errorgroups of the instance";
	}

	private String in(ErrorGroup group) {
		return ", service " + this.service + version(group) + ", " + group.fingerprint();
	}

	private static String version(ErrorGroup group) {
		String last = null;
		for (String version : group.versions().keySet()) {
			last = version;
		}
		return (last != null) ? " " + last : "";
	}

	private static String what(ErrorGroup group) {
		return group.type() + place(group) + (group.message().isEmpty() ? "" : ": " + shortened(group.message()))
				+ request(group.lastRequestId());
	}

	private static String place(ErrorGroup group) {
		return (group.place() != null) ? " at " + group.place() : "";
	}

	private static String shortened(String message) {
		return (message.length() > MAX_MESSAGE) ? message.substring(0, MAX_MESSAGE) + "..." : message;
	}

	private static String request(@Nullable String id) {
		return (id != null) ? ", request " + id : "";
	}

}
