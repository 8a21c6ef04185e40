package dev.mainstay.benchmarks.comparison.assembled;

import dev.mainstay.benchmarks.comparison.bare.NewPayment;
import dev.mainstay.benchmarks.comparison.bare.Payment;
import dev.mainstay.benchmarks.comparison.bare.Payments;
import io.github.arun0009.idempotent.core.annotation.Idempotent;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Payments, each of which takes place once for a key.
 */
@RestController
class KeyedPaymentController {

	private final Payments payments;

	KeyedPaymentController(Payments payments) {
		this.payments = payments;
	}

	@Idempotent(duration = "24h")
	@PostMapping("/payments")
	public ResponseEntity<Payment> pay(@Valid @RequestBody NewPayment payment) {
		return ResponseEntity.status(HttpStatus.CREATED).body(this.payments.pay(payment));
	}

}
