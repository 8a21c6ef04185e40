package dev.mainstay.samples.orders.production;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.data.domain.Pageable;
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
	public PaymentView pay(@Valid @RequestBody PaymentRequest request) {
		return this.payments.pay(request);
	}

	@GetMapping
	public List<PaymentView> list(Pageable page) {
		return this.payments.findAll(page);
	}

	@GetMapping("/{id}/status")
	public PaymentStatus status(@PathVariable Long id) {
		return this.payments.status(id);
	}

}
