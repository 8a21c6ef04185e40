package dev.mainstay.samples.orders;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

@Service
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

	@Transactional
	public Payment pay(PaymentRequest request) {
		log.info("Processing {}", request);
		Order order = this.orders.find(request.orderId());
		PaymentProviderClient.Charge charge = this.provider.charge("order-" + order.getId(), request);
		Payment payment = this.payments.save(new Payment(order.getId(), request.amount(), charge.id()));
		this.confirmations.send(order.getEmail(), payment.getId(), request.amount());
		return payment;
	}

	public List<Payment> findAll() {
		return this.payments.findAll();
	}

	public PaymentStatus status(Long id) {
		Payment payment = this.payments.findById(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no payment " + id));
		return new PaymentStatus(payment.getId(), this.provider.find(payment.getChargeId()).status());
	}

}
