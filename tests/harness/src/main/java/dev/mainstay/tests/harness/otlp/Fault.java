package dev.mainstay.tests.harness.otlp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;

/**
 * What a collector does instead of taking what it is sent.
 */
public enum Fault {

	/** It takes what it is sent. */
	NONE {

		@Override
		void answer(HttpExchange exchange) throws IOException {
			exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
			exchange.sendResponseHeaders(200, -1);
		}

	},

	/** Nobody listens on its port. */
	REFUSED {

		@Override
		void answer(HttpExchange exchange) {
			// Was under way when the port was closed.
		}

	},

	/** It takes the connection and never answers. */
	HUNG {

		@Override
		void answer(HttpExchange exchange) throws InterruptedException {
			TimeUnit.DAYS.sleep(1);
		}

	},

	/** It answers a byte each half second, without end. */
	SLOW {

		@Override
		void answer(HttpExchange exchange) throws IOException, InterruptedException {
			exchange.sendResponseHeaders(200, 0);
			OutputStream body = exchange.getResponseBody();
			while (true) {
				body.write(0);
				body.flush();
				TimeUnit.MILLISECONDS.sleep(500);
			}
		}

	},

	/** It answers 500. */
	BROKEN {

		@Override
		void answer(HttpExchange exchange) throws IOException {
			exchange.sendResponseHeaders(500, -1);
		}

	},

	/** It answers 503, after which a sender may try again. */
	UNAVAILABLE {

		@Override
		void answer(HttpExchange exchange) throws IOException {
			exchange.sendResponseHeaders(503, -1);
		}

	},

	/** It answers 413. */
	TOO_LARGE {

		@Override
		void answer(HttpExchange exchange) throws IOException {
			exchange.sendResponseHeaders(413, -1);
		}

	},

	/** It answers 502 with what claims to be compressed and is not. */
	GARBAGE {

		@Override
		void answer(HttpExchange exchange) throws IOException {
			byte[] garbage = "\u0000\u0001this is neither gzip nor protobuf".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Encoding", "gzip");
			exchange.sendResponseHeaders(502, garbage.length);
			exchange.getResponseBody().write(garbage);
		}

	};

	abstract void answer(HttpExchange exchange) throws IOException, InterruptedException;

}
