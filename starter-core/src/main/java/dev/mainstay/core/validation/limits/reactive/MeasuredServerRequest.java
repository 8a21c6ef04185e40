package dev.mainstay.core.validation.limits.reactive;

import java.util.function.BooleanSupplier;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemException;
import dev.mainstay.core.validation.limits.BodyMeter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;

/**
 * A request whose body is measured while it is read.
 */
final class MeasuredServerRequest extends ServerHttpRequestDecorator {

	private final BodyMeter meter;

	private final BooleanSupplier measured;

	/**
	 * Create the request.
	 * @param measured asked whether to measure when somebody is about to read
	 */
	MeasuredServerRequest(ServerHttpRequest request, BodyMeter meter, BooleanSupplier measured) {
		super(request);
		this.meter = meter;
		this.measured = measured;
	}

	@Override
	public Flux<DataBuffer> getBody() {
		Flux<DataBuffer> body = super.getBody();
		return this.measured.getAsBoolean() ? body.handle(this::measure) : body;
	}

	private void measure(DataBuffer buffer, SynchronousSink<DataBuffer> sink) {
		try {
			this.meter.count(buffer.readableByteCount());
		}
		catch (ProblemException ex) {
			DataBufferUtils.release(buffer);
			sink.error(new ProblemException(closing(ex.problem())));
			return;
		}
		sink.next(buffer);
	}

	/** The rest is not read: Netty would read it to use the connection again. */
	static Problem closing(Problem problem) {
		return (problem.status() == HttpStatus.CONTENT_TOO_LARGE.value())
				? problem.withHeader(HttpHeaders.CONNECTION, "close") : problem;
	}

}
