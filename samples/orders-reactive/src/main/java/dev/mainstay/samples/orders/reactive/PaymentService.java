package dev.mainstay.samples.orders.reactive;

import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

@Service
@Transactional
public class PaymentService {

	private static final Logger log = LoggerFactory.getLogger(PaymentService.class);

	private final OrderService orders;

	private final PaymentRepository payments;

	private final PaymentProviderClient provider;

	private final ConfirmationService confirmations;

	public PaymentService(OrderService orders, PaymentRepository payments, PaymentProviderClient provider,
			ConfirmationService confirmations) {
		this.orders = orders;
		this.payments = payments;
		this.provider = provider;
		this.confirmations = confirmations;
	}

	public Mono<Payment> pay(PaymentRequest request) {
		log.info("Processing {}", request);
		return this.orders.find(request.orderId()).flatMap((order) -> pay(order, request));
	}

	public Flux<Payment> findAll() {
		return this.payments.findAll();
	}

	public Mono<PaymentStatus> status(Long id) {
		return this.payments.findById(id)
			.switchIfEmpty(
					Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no payment " + id)))
			.flatMap((payment) -> this.provider.find(payment.chargeId())
				.map((charge) -> new PaymentStatus(payment.id(), charge.status())));
	}

	private Mono<Payment> pay(Order order, PaymentRequest request) {
		return this.provider.charge("order-" + order.id(), request)
			.flatMap((charge) -> this.payments
				.save(new Payment(null, order.id(), request.amount(), charge.id(), Instant.now())))
			.doOnNext((payment) -> this.confirmations.send(order.email(), payment.id(), request.amount()));
	}

}
