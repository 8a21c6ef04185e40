package dev.mainstay.observability.telemetry.traces;

import java.util.List;

import dev.mainstay.observability.telemetry.MaskedAttributes;
import dev.mainstay.observability.telemetry.ValueMasker;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * A span with the secrets masked in its name, its attributes, its status and the
 * attributes of its events and links. The ids are what they are: sixteen of their digits
 * may be those of a card by chance.
 */
final class MaskedSpan extends DelegatingSpanData {

	private final String name;

	private final Attributes attributes;

	private final List<EventData> events;

	private final List<LinkData> links;

	private final StatusData status;

	private MaskedSpan(SpanData span, ValueMasker masker) {
		super(span);
		this.name = masker.mask("", span.getName());
		this.attributes = MaskedAttributes.of(span.getAttributes(), masker);
		this.events = span.getEvents().stream().map((event) -> masked(event, masker)).toList();
		this.links = span.getLinks().stream().map((link) -> masked(link, masker)).toList();
		this.status = masked(span.getStatus(), masker);
	}

	static SpanData of(SpanData span, ValueMasker masker) {
		return new MaskedSpan(span, masker);
	}

	private static EventData masked(EventData event, ValueMasker masker) {
		return EventData.create(event.getEpochNanos(), masker.mask("", event.getName()),
				MaskedAttributes.of(event.getAttributes(), masker), event.getTotalAttributeCount());
	}

	private static LinkData masked(LinkData link, ValueMasker masker) {
		return link.getAttributes().isEmpty() ? link : LinkData.create(link.getSpanContext(),
				MaskedAttributes.of(link.getAttributes(), masker), link.getTotalAttributeCount());
	}

	private static StatusData masked(StatusData status, ValueMasker masker) {
		String description = status.getDescription();
		return description.isEmpty() ? status : StatusData.create(status.getStatusCode(), masker.mask("", description));
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Attributes getAttributes() {
		return this.attributes;
	}

	@Override
	public List<EventData> getEvents() {
		return this.events;
	}

	@Override
	public List<LinkData> getLinks() {
		return this.links;
	}

	@Override
	public StatusData getStatus() {
		return this.status;
	}

}
