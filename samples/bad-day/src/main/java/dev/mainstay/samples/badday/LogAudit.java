package dev.mainstay.samples.badday;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Reads the log of a service as its operators would have to.
 */
final class LogAudit {

	private final List<String> lines;

	private final List<LogEvent> events = new ArrayList<>();

	private int notJson;

	LogAudit(List<String> lines) {
		this.lines = lines.stream().filter((line) -> !line.isBlank()).toList();
		this.lines.forEach(this::read);
	}

	Count linesNotJson() {
		return Count.of(this.notJson, this.lines.size());
	}

	Count secrets(Secrets secrets) {
		return Count.of(this.lines.stream().mapToLong(secrets::occurrencesIn).sum());
	}

	/**
	 * Counts the lines that begin with a text that only a user sent, of those that hold
	 * it.
	 */
	Count forged(String text) {
		return Count.of(this.lines.stream().filter((line) -> line.startsWith(text)).count(),
				this.lines.stream().filter((line) -> line.contains(text)).count());
	}

	/**
	 * Counts the events of requests that no search for any of the ids finds.
	 */
	Count requestEventsWithout(Collection<String> ids) {
		List<LogEvent> ofRequests = this.events.stream().filter(LogEvent::isOfRequest).toList();
		return Count.of(ofRequests.stream().filter((event) -> ids.stream().noneMatch(event::hasId)).count(),
				ofRequests.size());
	}

	/**
	 * Counts the ids by which exactly one error is found.
	 */
	Count oneErrorEach(Collection<String> ids) {
		List<LogEvent> errors = this.events.stream().filter((event) -> event.level().equals("ERROR")).toList();
		return Count.of(
				ids.stream().filter((id) -> errors.stream().filter((event) -> event.hasId(id)).count() == 1).count(),
				ids.size());
	}

	/**
	 * Counts the ids by which exactly one event of a logger is found.
	 */
	Count oneEventEach(String logger, Collection<String> ids) {
		List<LogEvent> ofLogger = this.events.stream().filter((event) -> event.logger().equals(logger)).toList();
		return Count.of(ids.stream()
			.filter((id) -> ofLogger.stream().filter((event) -> event.id().equals(id)).count() == 1)
			.count(), ids.size());
	}

	private void read(String line) {
		JsonNode node = Json.read(line);
		if (node.isObject()) {
			this.events.add(LogEvent.of(node, line));
			return;
		}
		this.notJson++;
		LogEvent event = LogEvent.ofText(line);
		if (event != null) {
			this.events.add(event);
		}
		else if (!this.events.isEmpty()) {
			int last = this.events.size() - 1;
			this.events.set(last, this.events.get(last).with(line));
		}
	}

}
