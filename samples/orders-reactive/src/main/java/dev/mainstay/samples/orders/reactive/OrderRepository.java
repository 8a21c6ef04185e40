package dev.mainstay.samples.orders.reactive;

import java.util.List;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

@Repository
public class OrderRepository {

	private final DatabaseClient database;

	public OrderRepository(DatabaseClient database) {
		this.database = database;
	}

	public Mono<Order> save(Order order) {
		return this.database.sql("insert into orders (customer, email) values (:customer, :email)")
			.filter((statement) -> statement.returnGeneratedValues("id"))
			.bind("customer", Parameters.in(R2dbcType.VARCHAR, order.customer()))
			.bind("email", Parameters.in(R2dbcType.VARCHAR, order.email()))
			.mapValue(Long.class)
			.one()
			.flatMap((id) -> saveLines(id, order.lines())
				.thenReturn(new Order(id, order.customer(), order.email(), order.lines())));
	}

	public Flux<Order> findAll() {
		return this.database.sql("select id, customer, email from orders order by id")
			.mapProperties(Head.class)
			.all()
			.concatMap(this::withLines);
	}

	public Mono<Order> findById(Long id) {
		return this.database.sql("select id, customer, email from orders where id = :id")
			.bind("id", id)
			.mapProperties(Head.class)
			.one()
			.flatMap(this::withLines);
	}

	private Mono<Void> saveLines(Long orderId, List<OrderLine> lines) {
		return Flux.fromIterable(lines)
			.concatMap((line) -> this.database.sql(
					"insert into order_lines (order_id, sku, quantity, price) values (:orderId, :sku, :quantity, :price)")
				.bind("orderId", orderId)
				.bindProperties(line)
				.then())
			.then();
	}

	private Mono<Order> withLines(Head head) {
		return this.database.sql("select sku, quantity, price from order_lines where order_id = :id")
			.bind("id", head.id())
			.mapProperties(OrderLine.class)
			.all()
			.collectList()
			.map((lines) -> new Order(head.id(), head.customer(), head.email(), lines));
	}

	public record Head(Long id, String customer, String email) {
	}

}
