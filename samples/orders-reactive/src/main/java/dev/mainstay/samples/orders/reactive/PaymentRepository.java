package dev.mainstay.samples.orders.reactive;

import java.math.BigDecimal;
import java.time.Instant;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

@Repository
public class PaymentRepository {

	private static final String SELECT = "select id, order_id, amount, charge_id, paid_at from payments";

	private final DatabaseClient database;

	public PaymentRepository(DatabaseClient database) {
		this.database = database;
	}

	public Mono<Payment> save(Payment payment) {
		return this.database.sql("""
				insert into payments (order_id, amount, charge_id, paid_at)
				values (:orderId, :amount, :chargeId, :paidAt)""")
			.filter((statement) -> statement.returnGeneratedValues("id"))
			.bind("orderId", payment.orderId())
			.bind("amount", payment.amount())
			.bind("chargeId", payment.chargeId())
			.bind("paidAt", payment.paidAt())
			.mapValue(Long.class)
			.one()
			.map((id) -> new Payment(id, payment.orderId(), payment.amount(), payment.chargeId(), payment.paidAt()));
	}

	public Flux<Payment> findAll() {
		return this.database.sql(SELECT + " order by id").map(PaymentRepository::read).all();
	}

	public Mono<Payment> findById(Long id) {
		return this.database.sql(SELECT + " where id = :id").bind("id", id).map(PaymentRepository::read).one();
	}

	private static Payment read(Readable row) {
		return new Payment(row.get("id", Long.class), row.get("order_id", Long.class),
				row.get("amount", BigDecimal.class), row.get("charge_id", String.class),
				row.get("paid_at", Instant.class));
	}

}
