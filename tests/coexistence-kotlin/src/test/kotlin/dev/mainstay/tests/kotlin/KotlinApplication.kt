package dev.mainstay.tests.kotlin

import jakarta.validation.Valid
import jakarta.validation.constraints.Min
import jakarta.validation.constraints.NotBlank
import jakarta.validation.constraints.NotEmpty
import kotlinx.coroutines.delay
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.http.HttpStatus
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RestController
import org.springframework.web.server.ResponseStatusException

@SpringBootApplication
class KotlinApplication

data class Item(@field:NotBlank val sku: String, @field:Min(1) val quantity: Int = 1)

data class Order(
    @field:NotBlank val customer: String,
    @field:Valid @field:NotEmpty val items: List<Item>,
    val note: String? = null,
    val urgent: Boolean = false,
)

@RestController
class OrderController {

    @PostMapping("/orders")
    fun place(@Valid @RequestBody order: Order): Order = order

    @PostMapping("/unchecked-orders")
    fun placeUnchecked(@RequestBody order: Order): Order = order

    @PostMapping("/later-orders")
    suspend fun placeLater(@Valid @RequestBody order: Order): Order {
        delay(1)
        return order
    }

    @GetMapping("/orders/{id}")
    suspend fun find(@PathVariable id: Long): Order {
        delay(1)
        if (id > 9) {
            throw ResponseStatusException(HttpStatus.NOT_FOUND, "no order $id")
        }
        return Order("me", listOf(Item("apple")))
    }

    @GetMapping("/failing")
    suspend fun fail(): Order {
        delay(1)
        throw IllegalStateException("not for the caller")
    }
}
