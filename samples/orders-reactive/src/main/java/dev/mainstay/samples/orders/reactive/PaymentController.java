package dev.mainstay.samples.orders.reactive;

import jakarta.validation.Valid;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/payments")
public class PaymentController {

	private final PaymentService payments;

	public PaymentController(PaymentService payments) {
		this.payments = payments;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	public Mono<Payment> pay(@Valid @RequestBody PaymentRequest request) {
		return this.payments.pay(request);
	}

	@GetMapping
	public Flux<Payment> list() {
		return this.payments.findAll();
	}

	@GetMapping("/{id}/status")
	public Mono<PaymentStatus> status(@PathVariable Long id) {
		return this.payments.status(id);
	}

}
