package dev.mainstay.security.headers;

import dev.mainstay.core.request.ResponseHead;

/**
 * When browsers are told to come back over TLS only. The header binds every port of the
 * host for a year, so it is never guessed from a single request.
 *
 * @since 0.1.0
 */
public enum TransportSecurity {

	/**
	 * Never.
	 */
	OFF {

		@Override
		void apply(ResponseHead head) {
		}

	},

	/**
	 * On secure connections, for this host only: the server itself speaks TLS.
	 */
	HOST {

		@Override
		void apply(ResponseHead head) {
			if (head.secure()) {
				head.setHeaderIfAbsent(HEADER, "max-age=31536000");
			}
		}

	},

	/**
	 * On every answer, for subdomains as well: the operator says that the public scheme
	 * is https. Browsers ignore the header where they did not use TLS.
	 */
	PUBLIC {

		@Override
		void apply(ResponseHead head) {
			head.setHeaderIfAbsent(HEADER, "max-age=31536000; includeSubDomains");
		}

	};

	private static final String HEADER = "Strict-Transport-Security";

	abstract void apply(ResponseHead head);

}
