package dev.mainstay.core.hardening.probe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.example.shop.CountingController;
import dev.mainstay.core.failure.FailureListener;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestCompletionListener;
import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * A service that listens to the ends and the failures of its requests.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CountingController.class)
class ProbedApplication {

	@Bean
	Ends ends() {
		return new Ends();
	}

	static class Ends implements RequestCompletionListener, FailureListener {

		private final List<String> all = new CopyOnWriteArrayList<>();

		@Override
		public void onCompletion(CompletedRequest request) {
			this.all.add(String.valueOf(request.route()));
		}

		@Override
		public void onFailure(Throwable failure, @Nullable RequestExchange exchange) {
			this.all.add(failure.toString());
		}

		List<String> all() {
			return this.all;
		}

		void clear() {
			this.all.clear();
		}

	}

}
