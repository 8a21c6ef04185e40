package dev.mainstay.core.request.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RefusalBody;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.reactive.NettyRejections;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;

/**
 * Lets us see what Netty answers by itself.
 */
final class NettyLifecycleCustomizer implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

	private final RequestLifecycle lifecycle;

	private final AnswerHeads heads;

	private final ObjectProvider<RefusalBody> body;

	private final Environment environment;

	NettyLifecycleCustomizer(RequestLifecycle lifecycle, AnswerHeads heads, ObjectProvider<RefusalBody> body,
			Environment environment) {
		this.lifecycle = lifecycle;
		this.heads = heads;
		this.body = body;
		this.environment = environment;
	}

	@Override
	public void customize(NettyReactiveWebServerFactory factory) {
		if (Switch.isOn(this.environment)) {
			factory.addServerCustomizers(new NettyRejections(this.lifecycle, this.heads,
					this.body.getIfAvailable(() -> (refusal) -> null))::observe);
		}
	}

}
