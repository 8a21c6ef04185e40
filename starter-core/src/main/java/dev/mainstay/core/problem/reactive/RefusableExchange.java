package dev.mainstay.core.problem.reactive;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebSession;

/**
 * An exchange that Spring Security may refuse.
 */
final class RefusableExchange extends ServerWebExchangeDecorator {

	static final String ATTRIBUTE = RefusableExchange.class.getName();

	private final SecurityRefusals refusals;

	private final ServerHttpResponse response;

	private volatile boolean decided;

	private volatile boolean hasSession;

	RefusableExchange(ServerWebExchange exchange, SecurityRefusals refusals) {
		super(exchange);
		this.refusals = refusals;
		RefusableServerResponse refusable = new RefusableServerResponse(exchange.getResponse(), this);
		this.response = (exchange.getResponse() instanceof ZeroCopyHttpOutputMessage files)
				? new RefusableZeroCopyResponse(refusable, files) : refusable;
	}

	@Override
	public ServerHttpResponse getResponse() {
		return this.response;
	}

	@Override
	public Mono<WebSession> getSession() {
		this.hasSession = true;
		return super.getSession();
	}

	/** From now on the answer is the application's own, or was given. */
	void passed() {
		this.decided = true;
	}

	/** The application threw the request back; Spring Security may know the exception. */
	void threwBack() {
		this.decided = getDelegate().getResponse().isCommitted();
	}

	boolean isRefusal() {
		HttpStatusCode status = getDelegate().getResponse().getStatusCode();
		return !this.decided && status != null && SecurityRefusals.isRefusal(status.value())
				&& !getDelegate().getResponse().isCommitted();
	}

	/** Called when nobody in the chain will say anything any more. */
	Mono<Void> endOfChain() {
		return (isRefusal() && getDelegate().getResponse().getHeaders().getContentLength() < 0) ? refuse()
				: Mono.empty();
	}

	/** The header fields that were set for the refusal stay, such as the challenge. */
	Mono<Void> refuse() {
		this.decided = true;
		Mono<Void> forgotten = this.hasSession ? super.getSession().doOnNext(SessionOfRefusal::forget).then()
				: Mono.empty();
		return forgotten.onErrorComplete().then(Mono.defer(() -> this.refusals.answer(getDelegate())));
	}

}
