package dev.mainstay.benchmarks.comparison.bare;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Payments, for clients that send a key.
 */
@RestController
class PaymentController {

	private final Payments payments;

	PaymentController(Payments payments) {
		this.payments = payments;
	}

	@PostMapping("/payments")
	@ResponseStatus(HttpStatus.CREATED)
	Payment pay(@Valid @RequestBody NewPayment payment) {
		return this.payments.pay(payment);
	}

}
