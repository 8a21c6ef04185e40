package dev.mainstay.observability;

import java.time.Duration;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import dev.mainstay.core.request.TraceIds;

/**
 * A request of which a test changes what it is about.
 */
public final class SampleRequest implements CompletedRequest {

	private String method = "GET";

	private String path = "/orders/7";

	private String route = "/orders/{id}";

	private Integer status = 200;

	private RequestOutcome outcome = RequestOutcome.COMPLETED;

	private Throwable failure;

	private String requestId = "r1";

	private TraceIds traceIds = new TraceIds("t".repeat(32), "s".repeat(16), true);

	private RequestOrigin origin = RequestOrigin.APPLICATION;

	private Duration duration = Duration.ofNanos(12_345_678);

	@Override
	public String method() {
		return this.method;
	}

	public SampleRequest method(String method) {
		this.method = method;
		return this;
	}

	@Override
	public String path() {
		return this.path;
	}

	public SampleRequest path(String path) {
		this.path = path;
		return this;
	}

	@Override
	public String route() {
		return this.route;
	}

	public SampleRequest route(String route) {
		this.route = route;
		return this;
	}

	@Override
	public Integer status() {
		return this.status;
	}

	public SampleRequest status(Integer status) {
		this.status = status;
		return this;
	}

	@Override
	public RequestOutcome outcome() {
		return this.outcome;
	}

	public SampleRequest outcome(RequestOutcome outcome) {
		this.outcome = outcome;
		return this;
	}

	@Override
	public Throwable failure() {
		return this.failure;
	}

	public SampleRequest failure(Throwable failure) {
		this.failure = failure;
		return this;
	}

	@Override
	public String requestId() {
		return this.requestId;
	}

	public SampleRequest requestId(String requestId) {
		this.requestId = requestId;
		return this;
	}

	@Override
	public TraceIds traceIds() {
		return this.traceIds;
	}

	public SampleRequest traceIds(TraceIds traceIds) {
		this.traceIds = traceIds;
		return this;
	}

	@Override
	public RequestOrigin origin() {
		return this.origin;
	}

	public SampleRequest origin(RequestOrigin origin) {
		this.origin = origin;
		return this;
	}

	@Override
	public Duration duration() {
		return this.duration;
	}

	public SampleRequest duration(Duration duration) {
		this.duration = duration;
		return this;
	}

	@Override
	public long requestBytes() {
		return -1;
	}

	@Override
	public long responseBytes() {
		return 42;
	}

	@Override
	public Peer peer() {
		return Peer.unknown();
	}

	@Override
	public String client() {
		return "192.0.2.7";
	}

}
