package dev.mainstay.samples.orders.production;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

@Service
public class OrderService {

	private static final Logger log = LoggerFactory.getLogger(OrderService.class);

	private final OrderRepository orders;

	public OrderService(OrderRepository orders) {
		this.orders = orders;
	}

	@Transactional
	public OrderView create(OrderRequest request) {
		Order order = new Order(request.customer(), request.email());
		request.lines().forEach((line) -> order.add(new OrderLine(line.sku(), line.quantity(), line.price())));
		this.orders.save(order);
		log.info("Order {} created", order.getId());
		return OrderView.of(order);
	}

	@Transactional(readOnly = true)
	public List<OrderView> findAll(Pageable page) {
		return this.orders.findAll(page).map(OrderView::of).getContent();
	}

	@Transactional(readOnly = true)
	public OrderView find(Long id) {
		return this.orders.findById(id)
			.map(OrderView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + id));
	}

}
