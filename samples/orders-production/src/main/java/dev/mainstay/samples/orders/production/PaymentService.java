package dev.mainstay.samples.orders.production;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
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

	/** Not in a transaction: none may wait for the provider, nor hold a connection. */
	public PaymentView pay(PaymentRequest request) {
		OrderView order = this.orders.find(request.orderId());
		log.info("Charging order {}", order.id());
		PaymentProviderClient.Charge charge = this.provider.charge("order-" + order.id(), request);
		Payment payment = this.payments.save(new Payment(order.id(), request.amount(), charge.id()));
		this.confirmations.send(order.email(), payment.getId(), request.amount());
		return PaymentView.of(payment);
	}

	public List<PaymentView> findAll(Pageable page) {
		return this.payments.findAll(page).map(PaymentView::of).getContent();
	}

	public PaymentStatus status(Long id) {
		Payment payment = this.payments.findById(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no payment " + id));
		return new PaymentStatus(payment.getId(), this.provider.find(payment.getChargeId()).status());
	}

}
